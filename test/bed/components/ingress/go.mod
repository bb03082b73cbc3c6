module ingress

go 1.21
